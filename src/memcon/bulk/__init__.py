"""Many reports at once: on the cores of one machine.

::

    reports | records: each read by one of several processes, in the order given | whoever records or prints them
"""
