"""The types of question, a file each: what is checked, how it is posed, answered, marked and shuffled.

`QuestionType` in `guide/model/questions.py` lists them. A file is imported when a guide has a question of its type.
"""
