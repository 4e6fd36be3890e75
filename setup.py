"""What pyproject.toml cannot say: the manual in docs/ comes along as resources/manual, for the window's help."""

from setuptools import find_packages, setup

_FOUND = find_packages(include=["app", "app.*", "engine", "engine.*", "resources", "resources.demo"])

setup(packages=[*_FOUND, "resources.manual"], package_dir={"resources.manual": "docs"})
