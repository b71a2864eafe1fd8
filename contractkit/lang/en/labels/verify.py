"""What verify says of a document that was issued."""

VERIFY = {
    # verify: what a document was issued from, and whether it still is that
    "verify.issued": "issued from {template} ({language}), {clauses} clauses",
    "verify.library.same": "library {digest}: the one that is here",
    "verify.library.other": "library {digest}: another one than is here",
    "verify.against": "held against {what}",
    "verify.against.issued": "the issued file {name}",
    "verify.against.rebuilt": "the text made again from its manifest",
    "verify.against.texts": "the clauses' texts in its manifest (not the text around them: give the issued file by --issued)",
    "verify.manifest": "the manifest differs from that of the issued file",
    "verify.unchanged": "unchanged",
    "verify.tracked": "changed with tracked changes",
    "verify.silent": "changed and nobody marked it",
    "verify.missing": "missing",
    "verify.added": "added",
    "verify.others": "tracked changes by others, which are not listed: {detail}",
    "verify.comment": "comment",
    "verify.values": "values: {before} → {after}",
    "verify.layout": "only in case, width or quotation marks",
}
