"""The room compose/sections."""
