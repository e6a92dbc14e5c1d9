"""Work in other processes: limited, and gone with this one."""
