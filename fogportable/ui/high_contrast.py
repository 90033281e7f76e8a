"""Role colours for those who need more contrast: every text at least 7 : 1 on every ground, which is AAA of WCAG 2.2.

On black where the system is dark, else on white. What is chosen has an edge: grounds on which all colours of states
stay readable differ too little from each other to tell it alone.
"""

from __future__ import annotations

from fogportable.ui.theme import Theme

ON_BLACK = Theme(
    name="on-black",
    window="#000000",
    base="#000000",
    alternate="#101010",
    panel="#000000",
    text="#FFFFFF",
    muted="#DADADA",
    border="#FFFFFF",
    hairline="#9A9A9A",
    trough="#404040",
    accent="#7CD4FF",
    on_accent="#000000",
    accent_hover="#A8E3FF",
    accent_pressed="#5FC3F5",
    done="#5CE6A8",
    needs="#FFD24D",
    failed="#FFB0A9",
    selection="#10345C",
    selection_edge="#FFFFFF",
    selected_text="#FFFFFF",
    done_ground="#00261A",
    needs_ground="#2B1E00",
    failed_ground="#330B08",
    working_ground="#00213A",
    disabled="#A6A6A6",
    hover="#262626",
)

ON_WHITE = Theme(
    name="on-white",
    window="#FFFFFF",
    base="#FFFFFF",
    alternate="#F5F5F5",
    panel="#FFFFFF",
    text="#000000",
    muted="#333333",
    border="#000000",
    hairline="#5A5A5A",
    trough="#C8C8C8",
    accent="#003F80",
    on_accent="#FFFFFF",
    accent_hover="#002F61",
    accent_pressed="#001F40",
    done="#00472F",
    needs="#593300",
    failed="#8A0A0A",
    selection="#CFE3F7",
    selection_edge="#000000",
    selected_text="#000000",
    done_ground="#E3F3EC",
    needs_ground="#FFF3DC",
    failed_ground="#FDE9E7",
    working_ground="#E4EFFA",
    disabled="#595959",
    hover="#E8E8E8",
)
