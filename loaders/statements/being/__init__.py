"""What is where and who is one of whom, said with 是, 有, 在 or by a name alone: `presence` reads a clause, `witness` remembers.

`places` (X在P举行), `crowds` (P有企业5家,其中A), `alliances` (联盟成员包括A), `belonging` (A旗下的B), `wholes` (甲区(包括乙园)).
"""
