"""Who does what to whom. `predicates` reads a sentence clause by clause, verb by verb, `framing` a verb by its frames. Who acts there:

- `subjects` finds who acts in a clause; `openings` reads what stands in front of the verb (甲工厂占地面积, 双方, 这里, 座舱).
- `relatives` reads verbs before 的, which only say which thing is meant (甲公司生产的车型).
- `encouragement` reads who is set to work by a verb, and for how long (支持A做B, 向A请求, A同意B, 引进A).
- `hearsay` reads what others ask for, order or write (贯彻落实…部署, 《甲》提出).
- `memory` is what one clause hands on to the next; `voice` makes atoms in the name of who acts.

What a verb says:

- `verbs` reads what stands around it: whether it is done at all (未建设), its chain (拟在X建设), its noun (推进X建设).
- `framing` reads it with its object; `choice` finds the frames that it calls; `objects` what the object stands for in a frame.
- `qualifiers` reads how strongly, in which role, how many (服务企业100家).

Constructions with words of their own, which are in `patterns/acts.yaml` and beside it:

- `passive` and `doings`: P由A建设、B运营. `copula`: 分别是A、B; 用的是X. `adjuncts`: 依托X, 以X为核心, 为X提供服务.
- `cooperation`: A与B合作, with `partners`, who the two sides are; `joint`: A、B共同建设X. `groups`: A、B等C; 做电机的企业.
- `approvals`: 获A批准, 被A认定为X; `selections`: A公布名单,X上榜. `priorities`: 把X作为重点打造.
- `tasks`: A主办, B承办. `charges`: 由A负责. `drafts`: A牵头起草. `derived`: 根据《甲》制定《乙》.
- `bodies`: 由A、B组成, 确定A为链主企业; `handed`: 由A受理, 办公室设在A, 委托A承担; `hosts`: A指导、B主办的展会: all in what rules.
- `works`: what else is said of what is built: 在P建设X. `transfers`: A向B交付X. `sources`: X产自A, 用的是A的X.
"""
