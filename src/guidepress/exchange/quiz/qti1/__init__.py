"""QTI 1.2: items of assessments and object banks, in the dialects of Canvas, Blackboard, Brightspace and others."""
