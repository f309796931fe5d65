"""README's first five minutes, as they stand there: pasted into a shell, and into Python."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).resolve().parent.parent / "README.md"
STORES = ("sqlite",)


def blocks(language):
    """The code blocks of a language, with the lines that make a Python environment left out: this is one."""
    found = re.findall(rf"^```{language}\n(.*?)^```", README.read_text(), re.MULTILINE | re.DOTALL)
    return re.sub(r"^PATH=.*\n", "", "\n".join(found), flags=re.MULTILINE)


@pytest.fixture
def fresh(serve, tmp_path):
    return serve(f"sqlite:{tmp_path}/cosell.sqlite")


@pytest.fixture
def paste(fresh, tmp_path):
    """Runs a program with the server's port in place of README's, and nothing of AWS in its environment."""

    def run(*command, text):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        path = f"{Path(sys.executable).parent}:{kept.get('PATH', '')}"
        return subprocess.run(
            command, input=text.replace(":4280", f":{fresh.bound_port}"), capture_output=True, text=True, cwd=tmp_path,
            env=kept | {"PATH": path, "HOME": str(tmp_path)}, timeout=120,
        )

    return run


def test_the_shell_commands_work_as_pasted(paste):
    done = paste("bash", "-e", "-u", "-o", "pipefail", text=blocks("sh"))
    assert done.returncode == 0, done.stderr
    assert "O10000001" in done.stdout
    before, _, after = done.stdout.rpartition('"RelatedEntityIdentifiers"')
    assert "AmazonS3" in before and "AmazonS3" not in after


def test_the_python_program_works_as_pasted(paste):
    done = paste(sys.executable, "-", text=blocks("python"))
    assert done.returncode == 0, done.stderr
    assert "ResourceNotFoundException" in done.stdout
