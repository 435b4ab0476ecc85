"""The rules, one folder a family. `all_rules` finds them by walking the package: a new rule needs no registration."""

import importlib
import pkgutil
from functools import cache

from clean_guides.rules.base import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return one instance of every rule, sorted by code.

    Raises `RuntimeError` when two rules share a code or a name.
    """
    for module in pkgutil.walk_packages(__path__, __name__ + "."):
        importlib.import_module(module.name)
    rules = sorted((rule() for rule in _concrete()), key=lambda rule: rule.code)
    for attribute in ("code", "name"):
        values = [getattr(rule, attribute) for rule in rules]
        if len(set(values)) != len(values):
            raise RuntimeError(f"two rules share a {attribute}: {sorted(v for v in values if values.count(v) > 1)}")
    return tuple(rules)


def find_rule(code_or_name: str) -> Rule | None:
    """Return the rule with this code or name, in any case."""
    wanted = code_or_name.casefold()
    return next((rule for rule in all_rules() if wanted in (rule.code.casefold(), rule.name)), None)


def _concrete() -> list[type[Rule]]:
    """Return the subclasses of `Rule` that have a code; the others only share code among siblings."""
    found: list[type[Rule]] = []
    pending = list(Rule.__subclasses__())
    while pending:
        rule = pending.pop()
        pending += rule.__subclasses__()
        if "code" in rule.__dict__:
            found.append(rule)
    return found
