def character_map(guide, context, measure):
    return None
