"""The stylesheet of a page: colours of the palette, our rules, and the letters it needs as a last resort."""

from __future__ import annotations

import base64
import re
from html import unescape
from pathlib import Path

SANS = (
    "'Pretendard Variable', 'Pretendard', 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', "
    "'Malgun Gothic', 'NanumGothic', 'Dure Fallback', sans-serif"
)
RULES = Path(__file__).parent / "template" / "dure" / "page.css"
_L="""--paper:#FCFBF8;--panel:#F4F2EC;--ink:#1B2130;--ink2:#454C5A;--ink3:#5F6674;--rule:#DAD7CF;--ring:#858A95;--slot:#E6E3DB;
--indigo:#103A6B;--sky:#538EC4;--gam:#D46E1A;--rust:#6B2705;--wine:#701942;--ssuk:#2A9786;--hot:#D46E1A;--muk:#353C48;
--link:#1D568F;--tag:#9A4A0A;--band:#E7EDF3"""

def letters_of(html: str) -> str:
    """The letters that a page shows, each once."""
    text = unescape(re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", "", html, flags=re.DOTALL))
    return "".join(sorted(set(text)))


def style_for(letters: str) -> str:
    return ":root{color-scheme:light dark;"+_L+";--side:clamp(1rem,4.4vw,3.5rem);--sans:"+SANS+"}"+fonts(letters)+RULES.read_text(encoding="utf-8")

def fonts(letters):
    from fontTools import subset
    import io
    from fontTools.ttLib import TTFont
    import koreanize_matplotlib, glob, os
    d=os.path.dirname(koreanize_matplotlib.__file__)
    out=""
    for w,n in ((400,"NanumGothic.ttf"),(700,"NanumGothicBold.ttf")):
        f=glob.glob(d+"/**/"+n,recursive=True)[0]
        o=subset.Options(); o.flavor="woff2"; o.drop_tables+=["FFTM"]
        t=subset.load_font(f,o); s=subset.Subsetter(o); s.populate(text=letters); s.subset(t)
        b=io.BytesIO(); subset.save_font(t,b,o)
        out+=f"@font-face{{font-family:'Dure Fallback';font-weight:{w};src:url(data:font/woff2;base64,{base64.b64encode(b.getvalue()).decode()}) format('woff2')}}"
    return out
