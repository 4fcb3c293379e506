"""Columns that survey tools add by themselves: when an answer came, from where, by which link."""

from __future__ import annotations

from analysis.intake.columns.heading_words import heading_key, path_of

# By the tool that writes them, as it writes them. A column of the questionnaire's own is never one of these.
_NAMES = {
    "Google Forms": "Timestamp|타임스탬프|Email Address|이메일 주소|Username|사용자 이름|Score|점수|총점",
    "Naver Form": "번호|No|No.|응답번호|응답 번호|응답일시|응답 일시|응답시간|응답 시간|제출일시|제출 일시|참여일시|참여 일시",
    "Typeform": "#|Start Date (UTC)|Submit Date (UTC)|Stage Date (UTC)|Start Date|Submit Date|Network ID|Tags|"
    "Response Type|Ending|Score",
    "Qualtrics": "StartDate|EndDate|Status|IPAddress|Progress|Duration (in seconds)|Finished|RecordedDate|"
    "ResponseId|ResponseID|RecipientLastName|RecipientFirstName|RecipientEmail|ExternalReference|"
    "ExternalDataReference|LocationLatitude|LocationLongitude|DistributionChannel|UserLanguage|Response Type|"
    "End Date|Recorded Date|Response ID|Recipient Last Name|Recipient First Name|Recipient Email|"
    "External Data Reference|Location Latitude|Location Longitude|Distribution Channel|User Language|IP Address|"
    "ResponseSet|Q_RecaptchaScore|Q_RelevantIDDuplicate|Q_BallotBoxStuffing",
    "SurveyMonkey": "Respondent ID|RespondentID|Collector ID|CollectorID|Start Date|StartDate|End Date|EndDate|"
    "Date Created|Date Modified|IP Address|Email Address|First Name|Last Name|Custom Data 1|Custom Data|"
    "응답자 ID|수집기 ID|시작 날짜|종료 날짜|IP 주소|이메일 주소|사용자 지정 데이터 1",
    "SurveyGizmo": "Time Started|Date Submitted|Status|Response ID|SessionID|Session ID|Language|Referer|User Agent|"
    "Contact ID|Legacy Comments",
    "Kobo": "start|end|today|username|deviceid|subscriberid|simserial|simid|phonenumber|phone_number|audit|"
    "_id|_uuid|_submission_time|_validation_status|_notes|_status|_submitted_by|__version__|_version_|_version|"
    "_tags|_index|_parent_index|_parent_table_name|_geolocation|_attachments|_xform_id_string|_edited|"
    "_bamboo_dataset_id|_duration|uuid|instanceID|instanceName|rootUuid|deprecatedID|formhub_uuid|meta/instanceID|"
    "meta/instanceName|meta/rootUuid|formhub/uuid|_total_media|_media_count|_media_all_received|_deleted_at",
    "LimeSurvey": "id|submitdate|lastpage|startlanguage|seed|token|startdate|datestamp|ipaddr|refurl|"
    "Response ID|Date submitted|Last page|Start language|Seed|Date started|Date last action|Referrer URL",
}  # fmt: skip
_KEYS = frozenset(heading_key(name) for names in _NAMES.values() for name in names.split("|"))
_STEPS = ("meta", "formhub")  # groups in which Kobo puts what it adds


def is_tool_column(heading: str) -> bool:
    """Whether a survey tool writes a column of that name by itself."""
    steps = path_of(heading)
    inside = len(steps) > 1 and steps[-2] in _STEPS
    return heading_key("/".join(steps[-2:]) if inside else heading) in _KEYS
