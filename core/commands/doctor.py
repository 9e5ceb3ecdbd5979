"""`digitscope doctor`: what Digitscope stands on, and what to do where something is at fault."""

from core import doctor
from core.commands.terminal import out
from core.errors import UserError

NAME_WIDTH = 20  # characters
WELL, AT_FAULT = "ok   ", "FAULT"


def examine() -> None:
    """Print each part as it is found; raises UserError that counts the faults, where there are any."""
    faults = 0
    for finding in doctor.findings():
        faults += not finding.is_well
        lines = [f"{WELL if finding.is_well else AT_FAULT}  {finding.name:<{NAME_WIDTH}}  {finding.found}"]
        if not finding.is_well:
            lines.append(f"{'':{len(AT_FAULT) + NAME_WIDTH + 4}}-> {finding.remedy}")
        out(lines)
    if faults:
        raise UserError(f"{faults} {'part is' if faults == 1 else 'parts are'} at fault; what to do stands above.")
