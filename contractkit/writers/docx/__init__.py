"""Agreement -> .docx: docxtpl fills the look, our own runs stand in its paragraphs."""
