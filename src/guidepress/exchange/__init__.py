"""Exchange: text and questions from what people have, and questions to where they teach."""
