"""Check the pack of operators: no cycles, no orphans, every current name present, no alias for two operators."""

import sys
from collections import defaultdict

from clean_guides.knowledge.operators import NameKind, OperatorPack, load_operators
from clean_guides.knowledge.packs import read_rows


def problems(pack: OperatorPack) -> list[str]:
    """Return what is wrong with the pack, one line each."""
    found = []
    current = {(operator.country, operator.name.casefold()) for operator in pack.operators}
    known = current | {
        (o.country, alias.casefold()) for o in pack.operators for alias in (*o.names, o.acronym, o.expansion) if alias
    }
    renamed: dict[tuple[str, str], str] = {}
    for row in read_rows("renames.csv"):
        if row["brand_still_used"] == "yes" or row["confidence"] == "low":
            continue
        former, now = row["former_name"], row["now"]
        renamed[row["country"], former.casefold()] = now.casefold()
        if now and (row["country"], now.casefold()) not in known:
            found.append(f"{row['country']}: {former} became {now}, which is no operator of today")
        if not row["source"]:
            found.append(f"{row['country']}: the rename of {former} has no source")
    for country, former in renamed:
        seen = [former]
        while (following := renamed.get((country, seen[-1]))) and following not in seen:
            seen.append(following)
        if following in seen[1:] or following == former:
            found.append(f"{country}: {' became '.join([*seen, following])}")
    for text, names in pack.names.items():
        owners = defaultdict(set)
        for name in names:
            if name.kind is NameKind.ALIAS and name.operator is not None:
                owners[name.country].add(name.operator.name)
        for country, both in owners.items():
            if len(both) > 1:
                found.append(f"{country}: {text} stands for {' and '.join(sorted(both))}")
    found += [f"{o.country}: {o.name} has no source" for o in pack.operators if not o.source]
    return found


def main() -> None:
    """Print the problems; exit 1 if there are any."""
    found = problems(load_operators())
    sys.stdout.write("".join(f"{line}\n" for line in found))
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
