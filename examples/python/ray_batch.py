"""Reports on Ray: each actor keeps its engine, results come back as data.

Usage: ray_batch.py FOLDER OUT    (here Ray on one machine; ray.init takes the address of your cluster)
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import ray

import nianbao

Made = tuple[str, bytes, str]  # name, PDF (empty when refused), what is wrong with it


class Renderer:
    """An actor: the fonts are opened once, when it is made, and serve all its reports."""

    def __init__(self) -> None:
        self.fonts = nianbao.FontSet.bundled()

    def render(self, items: list[tuple[str, bytes]]) -> list[Made]:
        """Some reports of plain JSON."""
        return [self.render_one(name, data) for name, data in items]

    def render_one(self, name: str, data: bytes) -> Made:
        """One report; what is wrong with it is data too."""
        try:
            return name, bytes(nianbao.render(data, fonts=self.fonts)), ""
        except nianbao.Error as error:
            return name, b"", str(error)


def render_many(items: list[tuple[str, bytes]], actors: int = 2, size: int = 64) -> list[Made]:
    """All of them on `actors` actors, `size` at a time, in their order."""
    remote: Any = ray.remote(Renderer)
    pool = ray.util.ActorPool([remote.remote() for _ in range(actors)])
    parts = [items[at : at + size] for at in range(0, len(items), size)]
    return [made for part in pool.map(lambda actor, part: actor.render.remote(part), parts) for made in part]


def main(folder: Path, out: Path) -> int:
    """Render a folder of JSON files on two actors; the number of reports that were refused."""
    out.mkdir(parents=True, exist_ok=True)
    items = [(file.stem, file.read_bytes()) for file in sorted(folder.glob("*.json"))]
    ray.init(num_cpus=2, include_dashboard=False)
    try:
        made = render_many(items, size=8)
    finally:
        ray.shutdown()
    for name, pdf, wrong in made:
        if wrong:
            print(f"{name}: {wrong}")
        else:
            (out / f"{name}.pdf").write_bytes(pdf)
    return sum(1 for _, _, wrong in made if wrong)


if __name__ == "__main__":
    sys.exit(min(main(Path(sys.argv[1]), Path(sys.argv[2])), 1))
