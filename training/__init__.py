"""How the encoder's weights are made: `prepare`, `train`, `export`; see docs/model-card.md."""
