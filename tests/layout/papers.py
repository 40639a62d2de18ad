"""A paper of an invented town that has every part a page can have."""

from draftkit.tree import (
    Attachment,
    Booklet,
    Document,
    Glossary,
    Imprint,
    Section,
    Signature,
    Table,
    TitleBlock,
    totalled,
)
from tests.renderers.papers import REPORT, RESOLUTION

__all__ = ["BOOKLET", "FULL", "SEALED"]

_ACCOUNTS = totalled(
    Table(
        ["项目", "2024年预算", "2024年执行", "完成预算", "2025年预算", "增长", "备注"],
        [
            ["一般公共服务支出", "1200.5", "1198", "99.8%", "1210", "0.8%", "含人员经费"],
            ["教育支出", "800", "800", "100%", "820", "2.5%", ""],
        ]
        * 18,
        caption="一般公共预算收支表",
        unit="万元",
        wide=True,
    )
)

FULL = Document(
    title_block=TitleBlock(
        corner="会议文件之三",
        title="关于清溪镇2024年财政预算执行情况和2025年财政预算草案的报告",
        occasion="——2025年1月14日在清溪镇第十八届人民代表大会第四次会议上",
        reporter="清溪镇财政所所长　王芳",
        salutation="各位代表：",
    ),
    blocks=[
        "受镇人民政府委托，现将“两本账”——预算执行情况和预算草案提请大会审议。" * 3,
        Section(
            "2024年预算执行情况",
            [
                "全年收支平衡，完成了大会批准的预算。",
                Section("收入情况", "全年收入完成预算。", run_in=True),
                Section("支出情况", [Section("保障民生", "民生支出增长。"), Section("保障运转", "压减一般性支出。")]),
            ],
        ),
        Section("2025年预算草案", "坚持量入为出、收支平衡。" * 12),
    ],
    signature=Signature("清溪镇人民政府", "2025年1月14日", others=["清溪镇财政所"]),
    note="此件公开发布",
    attachments=[
        Attachment("清溪镇2024年一般公共预算收支执行情况和2025年一般公共预算收支安排情况表", _ACCOUNTS),
        Attachment(
            "名词解释",
            Glossary(
                {
                    "一般公共预算": "对以税收为主体的财政收入，安排用于保障和改善民生等方面的收支预算。",
                    "“三保”": "保基本民生、保工资、保运转。",
                },
                title=None,
            ),
        ),
        Attachment("清溪镇2025年重点项目安排", "道路修复1项，渠道修复1项。"),
    ],
    imprint=Imprint(
        copies="县人大常委会办公室，县财政局，镇党委办公室，各村民委员会、社区居民委员会，镇属各单位，各代表小组",
        organ="清溪镇人民政府办公室",
        date="2025年1月16日",
    ),
)

BOOKLET = Booklet([REPORT, RESOLUTION, FULL], title="清溪镇第十八届人民代表大会第四次会议文件汇编")

SEALED = Document(
    blocks=["会议同意这个意见。"],
    signature=Signature("清溪镇人民代表大会主席团", "2025年1月14日", sealed=True, others=["清溪镇人民政府"]),
)
