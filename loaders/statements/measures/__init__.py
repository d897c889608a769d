"""What is measured and granted: `figures` of indicators, `awards` of money, sizes of `projects`, `traits` in a restriction."""
