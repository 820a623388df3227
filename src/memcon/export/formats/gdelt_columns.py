"""The columns of GDELT's event table 2.0, in its order.

Source: the GDELT event database, data format codebook 2.0 (19 February 2015).
"""

from __future__ import annotations

_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode"),
    *("Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"),
)
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")

COLUMNS: tuple[str, ...] = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor1{each}" for each in _ACTOR),
    *(f"Actor2{each}" for each in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"Actor1Geo_{each}" for each in _GEO),
    *(f"Actor2Geo_{each}" for each in _GEO),
    *(f"ActionGeo_{each}" for each in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
