"""The words by which Chinese duties are told, as tables."""

from __future__ import annotations

import re

MODALITIES = {"cannot": "must_not", "may": "may", "must": "must"}
# A word that holds the characters of a modal and is none stands before it in the alternation.
MODAL = re.compile(
    r"(?P<none>相应|应用|供应|适应|反应|响应|对应|应急|效应|应税|应收(?![到取回集治])|应诊|应届|应邀|应对(?=措施|方案|策略|预案|突发|紧急|风险|挑战|疫情|能力|之)|(?<=积极|共同|有效|妥善|主动|联合)应对|回应|所需|必需|急需|按需|需求|无需|无须|不需要?|不必要?|需(?=方)|如需要?|若需要?|(?<=为)保证|(?<=为了)保证|(?<=以)保证|"
    r"可能|认可|许可|可靠|可行|可疑|可及|可比|可持续|可追溯|可用|可见|不可抗|可视(?!情|具体|实际)|可选|(?<![甲乙丙丁双各对一他供需买卖出承租借受托收露约包许贷])方可(?!以)|即可|主要|重要|需要量|要求|要件|只要|要素|要约|要点|纲要|必要|摘要|"
    r"保证金|保证书|保证了|须知|保证人|负责人|有权机关|有权部门|应当性|应计|应缴|应付(?:款|账|费|利息|租金|金额|价|工资|报酬|未付|的)|应得|应享|要么|首要|次要|扼要|简要|概要|还可能|保证期|有可能|性能|功能|职能|如需|若需|能力|不能够?|只能|才能|不可分|显要|负责制(?=[度，。])|负责任|负责的|(?:逐级|分级|层层|分工|归口|分片|专人|谁[^，。；]{1,6}谁)负责|(?<=的)需要|(?<=根据)需要|(?<=工作)需要|特殊需要|应(?=(?:患者|病人|家属|当事人|对方|甲方|乙方|申请人|企业|其)(?:及其家属)?的?(?:要求|请求|邀请))|(?<=和)需要|需要(?=[，,、的])|直接负责)"
    r"|(?P<cannot>不得|应当?(?:予以)?(?:禁止|严禁)|不应当?|禁止|严禁|不准|不允许|无权|不予|不可以?|切勿|不要)"
    r"|(?P<may>可以|有权|得以|可)"
    r"|(?P<must>应当|应该|应予(?!以)|必须|须|需要|需|有义务|有责任|负有|负责|保证|承诺|应|要(?!求)(?=[^,，。]))"
)

PARTIES = (
    "甲乙双方",
    "甲、乙双方",
    "甲、乙双方当事人",
    "双方当事人",
    "甲方",
    "乙方",
    "丙方",
    "双方",
    "各方",
    "任何一方",
    "一方",
    "另一方",
    "违约方",
    "守约方",
    "对方当事人",
    "当事人",
    "对方",
)
JOINS = re.compile(r"、|和|或者?|及其?|以及|与")
# What follows a subject: a modal, an adverb, a verb; or nothing more in the segment.
FOLLOWS = re.compile(
    r"[应须必需要可有负不在对按根据依因于向为自经及由如发未违确将与每通从以都均并已收认至组建给采提和另拒作除接加会同定进制超保还填申取办使承擅实终变完就履行参享缴补交改责各也且或拥具决审继正停拟选违擅开隐骗伪虚涉泄挪签仍若如没积认严丢弄配保安建运具从]"
    r"|主动|外出|住院(?=[的，,后时期])|被|核[实查对准算定]|调解|审[核查批]|患[有病]|死亡|进[场入行驻]|到[岗场达院]|上[岗门]|来[院访]|入[院住职场]|前往|离岗|探视|[注撤吊]销|[转出]让|出[租售借]|调[整离动]|迁移|使用(?!权|人|单位|情况)|采购|购买|收取|接[受到]|离[职开]|终止|中断|退[出还回]|聘[用请]|销售|租赁|生产(?!许可|日期|地|条件|能力)|[，,]?\Z"
)
# What may stand before the subject.
OPENING = re.compile(
    r"\s*(?:[^，；,;。]{2,14}?(?:[之以]?[后前]|时|期间|期内)(?=甲乙?[、方双]|乙方|丙方|双方))?(?:要求|督促|责成|责令|并且?|且|但是?|同时|其中|则|而|另外?|此外|对此|结算时|届时|此时|否则|因此|故|同时要|并且要|违者|因(?:特殊|其他|客观)?(?:情况|原因)|凡|也|亦|还|又)*"
)
# A stretch that only says when or under which condition, not who.
AROUND = re.compile(
    r"(?:在|对|与|同|和|按照?|根据|依照|依法|依据|因|于|向|为了?|自|经(?![治办营济销])|如果?|若|当|除|通过|从(?!事)|以|遇|凡|一旦|由于|鉴于|未|发现|违反|严格|积极|认真|及时|自觉|同时|每|收到|超过|符合|需要|确需|逾期|对于|关于|出现|发生(?!地)|存在|造成|导致)"
)
# What goes on with the duty of a modal before it: 应当按时交货，保证质量
PROMISES = frozenset({"负责", "保证", "承诺"})
# What somebody may want who is only supposed: 如甲方需要变更，
WANTING = frozenset({"需", "需要", "要"})
# What supposes something of somebody, and what follows from it: 如乙方逾期，则应…
IF = re.compile(r"\s*(?:如果?|若|倘若|假如|一旦)(?!下)")
CAUSE = re.compile(r"(?:因|由于)([甲乙丙]方|[买卖供需][受方]方?)(?:自身|单方)?(?:的)?原因")
THEN = re.compile(r"\s*(?:则|即|就)")
# After a subject: when or where it does what follows, which is no condition: 乙方在服务时，应当
DOING = re.compile(r"[在于][^，；,;]{1,40}[时中后前间][，,]\Z")
# What somebody is told that another may do is no right of its own: 告知双方可以…
TOLD = re.compile(r"(?:告知|通知|要求|责令|允许|同意|说明|督促)[^，。；,;]{0,20}\Z")
# Adverbs between a subject and its modal.
ADVERBS = re.compile(
    r"(?:\s|也|还|并|均|都|各|一般|不|将|仍|则|就|即|同时|可|在此|或者|或|且|又|亦|必须|依法|及时|立即|即时|随时|分别|共同|方|概|一律|严格|认真|积极|妥善|如实|按时|按期|定期|至少|原则上|有关|相关)*\Z"
)
# What a subject does something for or to.
TOWARDS = re.compile(r"对于?|向|给|就(?!诊|医|业|读)|为(?![人止主])")
# An adverbial after a name, which is of the verb and qualifies no noun: 甲方根据合同的约定
ADVERBIAL = re.compile(r"[按依根对在于向为自经因就同将把以从除通遇如收每]|、|和|与|及|或")
# What states a measure, and is a threshold, not a duty.
MEASURE = re.compile(
    r"\s*(?:应|须|要)?(?:控制在|小于|大于|低于|高于|不低于|不高于|不少于|不超过|达到|不大于|不小于|等于|为\d|在\d[\d.]*[%％])"
)
STATES = re.compile(
    r"\s*(?:视为|认定为是|被视为|属于|包括以下|是指|适用本|指(?![派定导示挥])|具有(?:法律|同等)|为准|载明|包括|含)"
)
