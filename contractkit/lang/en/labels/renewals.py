"""The words of a renewal campaign's lists."""

RENEWALS = {
    # the list of a renewal campaign
    "renew.row": "Row",
    "renew.name": "Key",
    "renew.status": "Status",
    "renew.kind": "Kind",
    "renew.reason": "Reason",
    "renew.output": "File",
    "renew.digest": "Digest (SHA-256)",
    "renew.change": "{clause} ({term})",
    "renew.cell": "{table}: {row}, {column}",
    "renew.nothing": "none",
}
