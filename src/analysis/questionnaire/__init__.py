"""The room where a question is described, once: the model, its YAML, and the routing between questions."""
