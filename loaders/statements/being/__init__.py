"""What is where and who is one of whom, said with 是, 有, 在 or by a name alone: `presence` reads a clause, `witness` remembers.

Where things are: `sites` (在P设有X, P建起X), `seats` (厂址在P), `toponyms` (甲公司P工厂),
`places` (X在P举行), `occasions` (年会设在P, 活动之一), `wholes` and `parts` (甲区(包括乙园), 等九大功能区).
Who is one of whom: `crowds` (P有企业5家,其中A), `sorts` (如A、B等企业), `alliances` (联盟成员包括A), `ranks` (合称三大基地).
Whose things are: `belonging` (A旗下的B), by their `owners`, `roles` (A是B的客户), `stakes` (A收购B).
Who makes and sells what: `making` (主要产品是A), `launches` (首辆A下线), `deals` (为B供货) and `crafts` (雷达厂商A), both in the
signs of `slots`. Who runs what: `running` (X运营方A), `gatherings` (A第四届会员大会).
"""
