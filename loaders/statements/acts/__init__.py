"""Who does what to whom: `predicates` reads a clause verb by verb, `subjects` finds who acts in it, `voice` makes the atoms.

The rest are constructions: `passive` and `doings` (由A建设), `cooperation` (A与B合作), `adjuncts` (依托X, 为X), `groups` (A、B等C),
`tasks` (A主办, B承办), `charges` (由A负责), `transfers` (A向B交付X), `sources` (X产自A), `derived` (根据《甲》制定《乙》),
`works` (在P建设X).
"""
