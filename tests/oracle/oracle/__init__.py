# SPDX-License-Identifier: Apache-2.0
"""An independent reference for the report JSON: arbitrary precision, no shared code, no binary floating point."""

import sys

# Python refuses to convert texts beyond 4300 digits unless told otherwise; ids and headers may be longer.
sys.set_int_max_str_digits(0)
