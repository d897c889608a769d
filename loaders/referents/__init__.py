"""What a name or pointing word refers to in its document. Each room decides one kind of it; `resolution.Cast` asks them.

- `spoken`: what the text named before a place in it;
- `homes`: whose document it is, and the place that a sign of its kind (市, 区) means;
- `organs`: the offices of places, and the sessions of their committees;
- `policies`: papers by title, number or a shorter form of the title;
- `firms`: firms by short names and with their place, and who makes what;
- `companies`: 公司, 新公司, 标的公司, 集团, 企业;
- `shortened`: works, plants and parks by the end of a longer name;
- `pointing`: 我委, 该平台, 两地 and other words that name nothing themselves.
"""
