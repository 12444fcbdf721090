"""Reports on a Dask cluster: the workers' threads share an engine, results come back as data.

Usage: dask_batch.py FOLDER OUT    (here a cluster of one machine; give Client the address of yours)
"""

from __future__ import annotations

import sys
from pathlib import Path

import dask.bag
from dask.distributed import Client, LocalCluster

import nianbao

Made = tuple[str, bytes, str]  # name, PDF (empty when refused), what is wrong with it


def render_one(item: tuple[str, bytes]) -> Made:
    """One report of plain JSON. The fonts are opened once in each process; the GIL is released meanwhile."""
    name, data = item
    try:
        return name, bytes(nianbao.render(data)), ""
    except nianbao.Error as error:
        return name, b"", str(error)


def render_many(items: list[tuple[str, bytes]], client: Client, partitions: int = 8) -> list[Made]:
    """All of them on the cluster of `client`, in their order."""
    bag = dask.bag.from_sequence(items, npartitions=partitions)  # type: ignore[no-untyped-call]
    made: list[Made] = client.compute(bag.map(render_one)).result()  # type: ignore[no-untyped-call]
    return made


def main(folder: Path, out: Path) -> int:
    """Render a folder of JSON files on two threads; the number of reports that were refused."""
    out.mkdir(parents=True, exist_ok=True)
    items = [(file.stem, file.read_bytes()) for file in sorted(folder.glob("*.json"))]
    cluster = LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=None)  # type: ignore[no-untyped-call]
    with cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]
        made = render_many(items, client)
    for name, pdf, wrong in made:
        if wrong:
            print(f"{name}: {wrong}")
        else:
            (out / f"{name}.pdf").write_bytes(pdf)
    return sum(1 for _, _, wrong in made if wrong)


if __name__ == "__main__":
    sys.exit(min(main(Path(sys.argv[1]), Path(sys.argv[2])), 1))
