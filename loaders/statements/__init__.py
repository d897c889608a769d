"""What a document states. A tour, in the order of reading:

- `body` goes through a document block by block: `passages` reads its running text sentence by sentence, `entries` its rows and
  labelled fields; `slogans` tells which headings say something, `speaking` who speaks in each section; `papers`,
  `parties`, `leave`, `fields` and `bases` read what stands outside of sentences; `aims` reads what the goals of a plan say will stand.
- `acts` reads clauses by their verbs: who does what to whom. `acts.predicates` shows the order in which a clause is read,
  `acts.subjects` who acts in it, `acts.choice` what a verb may say of its object; each construction has a module there.
- `being` reads what needs no verb of its own: what is where, who is one of whom. News say much so.
- `measures` reads figures: indicators, grants, sizes, outputs. `undertakings` reads the rows of lists: of projects, products,
  platforms, firms and places; `rosters` those of who was chosen.
- `frames`, `modality` and `patterns/acts.yaml` hold the words, which are data; `naming` and `named` make entities of phrases,
  by `wordings` and, where a class word stands alone, by what it takes up (`bare`); `spokesmen` finds who speaks through an
  officer;
  `circumstances` adds dates, deadlines and sums; `doubles` drops what is said twice.
- What comes out are `atoms`; `statement` gives them their ids.
"""
