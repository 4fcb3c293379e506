"""The invented register: the organisations that the samples are of, with the surveys they get."""

from __future__ import annotations

import csv
import io
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REGISTER = ROOT / "data" / "raw" / "organisations.invented.csv"

# id, name, short name, region, contact
MEMBERS = (
    ("gaon", "가온소비자생협연합회", "가온생협연", "서울", "김보람"),
    ("duresaem", "두레샘돌봄사회적협동조합연합회", "두레샘돌봄연합회", "서울", "이나래"),
    ("motungi", "모퉁이자활협의회", "모퉁이협의회", "경기", "박샛별"),
    ("saecham", "새참로컬푸드협의회", "새참협의회", "전북", "최여울"),
    ("haessal", "햇살마루에너지협동조합연합회", "햇살마루연합회", "충남", "정다솜"),
    ("nodutdol", "노둣돌직원협동조합연합회", "노둣돌연합회", "서울", "강한결"),
    ("geulbeot", "글벗골학교협동조합연합회", "글벗골연합회", "경기", "조은솔"),
    ("darimok", "다리목사회적금융연합회", "다리목금융", "서울", "윤가람"),
    ("mulgyeol", "물결너머부산사회연대협의회", "물결너머", "부산", "장바다"),
    ("neoreundeul", "너른들광주사회적경제협의회", "너른들협의회", "광주", "임새롬"),
    ("soljae", "솔재경북사회연대네트워크", "솔재네트워크", "경북", "한버들"),
    ("neutigol", "느티골사회적경제지원센터", "느티골센터", "강원", "오누리"),
    ("jinggeomdol", "징검돌협동경제연구소", "징검돌연구소", "서울", "서하늘"),
    ("onmadang", "온마당주거공동체모임", "온마당모임", "대전", "신이든"),
)
# neutigol is a member as well as a support organisation, so it stands above.
INTERMEDIARIES = (
    ("gulttuksae", "굴뚝새사회적경제지원센터", "굴뚝새센터", "서울", "권도담"),
    ("saetgang", "샛강나루협동조합지원센터", "샛강나루센터", "서울", "노아람"),
    ("mungge", "뭉게뜰마을공동체지원센터", "뭉게뜰센터", "서울", "문시내"),
    ("dongbaksae", "동박새사회적경제지원센터", "동박새센터", "부산", "배라온"),
    ("jjokmul", "쪽물재사회적경제지원센터", "쪽물재센터", "대구", "백해든"),
    ("galdaeseom", "갈대섬사회적경제지원센터", "갈대섬센터", "인천", "송가온"),
    ("deulme", "들메골사회적경제통합지원센터", "들메골센터", "광주", "안이슬"),
    ("neoreok", "너럭바위사회적경제지원센터", "너럭바위센터", "대전", "양보늬"),
    ("mulchongsae", "물총새사회적경제지원센터", "물총새센터", "경기", "유다온"),
    ("dotorijae", "도토리재사회적경제지원센터", "도토리재센터", "경기", "전미르"),
    ("eungyeol", "은결재사회적기업지원센터", "은결재센터", "경기", "홍나린"),
    ("yeoulmok", "여울목사회적기업통합지원센터", "여울목센터", "강원", "고은별"),
    ("angaejae", "안개재사회적경제지원센터", "안개재센터", "충북", "남하람"),
    ("moraetop", "모래톱사회적경제지원재단", "모래톱재단", "충남", "류새암"),
    ("dalmuri", "달무리벌사회적경제지원센터", "달무리벌센터", "전북", "심다해"),
    ("beodeulmot", "버들못사회적기업지원센터", "버들못센터", "전남", "원보담"),
    ("gonjul", "곤줄박이사회적경제지원센터", "곤줄박이센터", "경북", "주한별"),
    ("durumimok", "두루미목사회적경제지원센터", "두루미목센터", "경남", "진가비"),
    ("mulangae", "물안개섬사회적경제지원재단", "물안개섬재단", "제주", "탁바름"),
    ("goimdol", "고임돌협동경제지원원", "고임돌지원원", "서울", "하늘찬"),
)
ALSO_INTERMEDIARY = "neutigol"


def register_csv() -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("id", "name", "short", "region", "contact", "email", "phone", "frames"))
    frames = {organisation: "member_orgs" for organisation, *_ in MEMBERS}
    frames[ALSO_INTERMEDIARY] += "|intermediary"
    for number, (organisation, name, short, region, contact) in enumerate(
        (*MEMBERS, *INTERMEDIARIES), start=1
    ):
        email, phone = f"{organisation}@example.org", f"02-000-01{number:02d}"
        frame = frames.get(organisation, "intermediary")
        writer.writerow((organisation, name, short, region, contact, email, phone, frame))
    return file.getvalue().encode("utf-8-sig")
