"""Packages of questions: archives with a manifest, XML and pictures, read and written."""
