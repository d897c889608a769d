"""What a document states. A tour, in the order of reading:

- `body` goes through a document block by block; `papers`, `fields` and `bases` read what stands outside of sentences;
  `aims` reads what the goals of a plan say will stand.
- `acts` reads clauses by their verbs: who does what to whom.
- `being` reads what needs no verb of its own: what is where, who is one of whom. News say much so.
- `measures` reads figures: indicators, grants, sizes.
- `frames` and `modality` hold the words, which are data; `naming` and `named` make entities of phrases, by `wordings` and,
  where a class word stands alone, by what it takes up (`bare`); `spokesmen` finds who speaks through an officer;
  `circumstances` adds dates, deadlines and sums; `doubles` drops what is said twice.
- What comes out are `atoms`; `statement` gives them their ids.
"""
