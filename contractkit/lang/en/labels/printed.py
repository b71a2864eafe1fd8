"""What an issued agreement prints besides its clauses: parties, cover, signatures."""

PRINTED = {
    "yes": "yes",
    "no": "no",
    "and": " and ",
    "blank": "________",
    # parties and signature page
    "name": "Name",
    "code": "Identifier (USCC, NPI or TIN)",
    "representative": "Representative",
    "address": "Address",
    "phone": "Telephone",
    "contact": "Contact",
    "seal": "",
    "signature": "By: ______________________________",
    "contents": "Contents",
    "joint": ": ",
    "seal.person": "",
    "signature.person": "By (in person): ____________________",
    "office": "Title: _____________________________",
    "office.person": "",
    "date": "Date: ____________________________",
    "agreement_number": "Agreement No.",
    "signing_place": "Place of signing",
    "term": "Term",
    "term_range": "{start} to {end}",
}
