"""Texts of every kind of section, in English and in Arabic."""

from __future__ import annotations

from tests.support.word_files import png

ENGLISH = {
    "timeline.md": """\
# The lamp, year by year

- 1911 – It is lit.
- 1932 – It burns by *current*.
- 1998: Nobody climbs.
""",
    "programme.txt": """\
Opening week

Thursday, 14 May 2026

10:00 Doors open
10.30–11.15 Speech

Friday, 15 May 2026

9 a.m. Breakfast
""",
    "FAQ.md": """\
## Why a lamp?

It is dark.

## Who pays?

- The town
- The sea

## Is it safe?

Yes.
""",
    "quotes.md": """\
# What they say

> We never thought so.
>
> — Ada Thorn, keeper

“It is a fine lamp.” — Nell Farrow
""",
    "glossary.md": """\
# Words of the tower

Lens: glass in rings.

Gallery: the walk around it.

Wick: what burns.
""",
    "backgrounder.md": """\
# How it burns

Lead.

> **Did you know?**
>
> The lens weighs *five* tons.
>
> It turns.

## Long ago

Oil.

| Year | Oil |
|---|---|
| 1911 | 40 |

## Today

Current.

## Inside

| | |
|---|---|
| ![Stair](stair.png) | The stair |
| ![Door](door.png) | The door |
""",
    "spokespeople.md": """\
# Whom to ask

Lead.

![Ada Thorn](ada.png)

**Ada Thorn**, keeper

English, French · ada@tower.example

**Nell Farrow**, mason. *German*
""",
    "list of works.md": """\
# What hangs in the tower

Lead.

![A lamp](lamp.png)

*The Lamp at Dawn*, 1911

Oil, 80 × 120 cm

![A lens](lens.png)

*The Lens*, 1932

Ink, 20 × 30 cm. Photo: Ivo Marsh

## Films and sound

- **The bell**, 0:40, [listen](https://tower.example/bell). Transcript: “Ding.”
- **The light**, 2:10
""",
    "factsheet.md": """\
# At a glance

## Key figures

| 30 m | high |
|---|---|
| 211 | steps |

## Facts

Built: 1911

Lens: five tons
""",
}
ARABIC = {
    "تسلسل زمني.md": """\
---
lang: ar
---
# المنارة عبر السنين

- 1911 – أضيئت المنارة.
- 1932 – صارت بالكهرباء.
- منذ 1998 – لا يصعد أحد.
""",
    "البرنامج.txt": """\
---
lang: ar
---
أسبوع الافتتاح

الخميس 14 مايو 2026

10:00 فتح الأبواب
10:30–11:15 كلمة

الجمعة 15 مايو 2026

09:00 فطور
""",
    "اقتباسات.md": """\
---
lang: ar
---
# قالوا

> لم نتوقع ذلك.
>
> — آدا ثورن، حارسة المنارة

«إنه مصباح جميل.» — نيل فارو
""",
    "المتحدثون.md": """\
---
lang: ar
---
# من يتحدث

![آدا ثورن](ada.png)

**آدا ثورن**، حارسة المنارة

العربية والإنجليزية

![نيل فارو](nell.png)

**نيل فارو**، بنّاء

الألمانية
""",
    "مسرد.md": """\
---
lang: ar
---
# كلمات المنارة

العدسة: زجاج في حلقات.

الفتيل: ما يحترق.

البرج: بناء عال.
""",
}
PICTURES = {f"{name}.png": png().getvalue() for name in ("ada", "nell", "lamp", "lens", "stair", "door")}
