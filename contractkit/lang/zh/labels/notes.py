"""What a reader says of a file besides its text."""

NOTES = {
    # notes on reading
    "note.encoding": "文件按 {detail} 编码读取",
    "note.parts": "文件中有多份文档，读取的是第 {detail} 份",
    "note.columns": "正文为双语对照，读取的是 {detail} 一栏，可用 --language 选择另一栏",
    "note.accept": "修订 {detail} 处，按接受后读取",
    "note.reject": "修订 {detail} 处，按拒绝后读取",
    "note.both": "修订 {detail} 处，修订前后的文字均已读取",
    "note.hidden": "隐藏文字 {detail} 处，已一并读取",
    "note.unplaced": "正文未引用的脚注、尾注或批注未读取：{detail} 个",
    "note.symbols": "未知字体的符号按原样保留：{detail} 个",
    "note.computed": "LISTNUM、AUTONUM 域的编号未读取：{detail} 个",
    "note.drawings": "不含文字的图片、图形未读取：{detail} 个",
    "note.objects": "嵌入对象未读取：{detail} 个",
    "note.inclusions": "嵌入的文件未读取：{detail} 个",
    "note.dangling": "{clause}援引的“{text}”在文中没有对应的条款",
    "note.running_heads": "页眉、页脚和页码未计入正文：{detail} 行",
    "note.turned": "非正向排列的文字未读取：{detail} 个字符",
    "note.unknown_characters": "字体未说明所代表文字的字符未读取：{detail} 个",
    "note.annotations": "页面上的批注、图章和表单域未读取：{detail} 个",
    "note.hidden_elements": "隐藏的内容未读取：{detail} 处",
    "note.converted": "{detail} 文件经 LibreOffice 转换后读取",
}
