# SPDX-License-Identifier: Apache-2.0
"""A seeded source of wallet responses, right and wrong in every way that the contract names."""
