"""The entry point of the command and of `python -m clean_guides`."""

from clean_guides.cli import app


def main() -> None:
    """Run the command line; exits the process with the documented status."""
    app()


if __name__ == "__main__":
    main()
