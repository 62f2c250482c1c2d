"""What the ``dlw`` commands do, one module a command; ``harness.cli`` declares them."""
