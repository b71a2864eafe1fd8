"""What a reader says of a file besides its text."""

NOTES = {
    # notes on reading
    "note.encoding": "read as {detail}",
    "note.parts": "the file holds several documents; read was number {detail}",
    "note.columns": "the text stands in two columns of two languages; read was {detail}, --language picks the other",
    "note.accept": "tracked changes, read as accepted: {detail}",
    "note.reject": "tracked changes, read as rejected: {detail}",
    "note.both": "tracked changes, both states read: {detail}",
    "note.hidden": "stretches of hidden text, read with the rest: {detail}",
    "note.unplaced": "notes or comments that no place in the text points to were not read: {detail}",
    "note.symbols": "symbols of a font that is not known, kept as they are: {detail}",
    "note.computed": "numbers of LISTNUM and AUTONUM fields were not read: {detail}",
    "note.drawings": "pictures and drawings without text were not read: {detail}",
    "note.objects": "embedded objects were not read: {detail}",
    "note.inclusions": "included files were not read: {detail}",
    "note.dangling": "{clause} cites “{text}”, which the text does not have",
    "note.running_heads": "running heads, footers and page numbers set aside: {detail} lines",
    "note.turned": "characters that do not stand upright were not read: {detail}",
    "note.unknown_characters": "characters whose font does not say what they are were not read: {detail}",
    "note.annotations": "comments, stamps and form fields on the pages were not read: {detail}",
    "note.hidden_elements": "hidden elements were not read: {detail}",
    "note.converted": "a {detail} file, read by way of LibreOffice",
}
