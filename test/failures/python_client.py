"""
Stands in for Lambda's Python runtime client in tests: loads a handler, calls it once, and prints
errors in the client's form (aws-lambda-python-runtime-interface-client; each log event is one frame
on Lambda, and ends with a NUL character here). The errors themselves are real: Python raises them.

python3 python_client.py FOLDER MODULE FUNCTION REQUEST_ID text|json
"""

import importlib
import json
import logging
import sys
import time
import traceback

folder, module_name, function_name, request_id, log_format = sys.argv[1:6]
sys.path.insert(0, folder)


def emit(lines):
    sys.stdout.write("\n".join(lines) + "\0")
    sys.stdout.flush()


def indented(line):
    bare = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(bare)) + bare


def print_error(error_type, message, frames, invocation):
    if log_format == "json":
        emit([json.dumps({"timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ"), "level": "ERROR", "errorMessage": message,
                          "errorType": error_type, "requestId": invocation, "stackTrace": frames}, ensure_ascii=False)])
        return
    lines = ["[ERROR] " + error_type + (": " + message if message else ""), "Traceback (most recent call last):"]
    for frame in frames:
        lines += [indented(line) for line in frame.splitlines()]
    emit(lines)


def fail_init(error_type, message):
    print_error(error_type, message, [], "")
    sys.exit(1)


class Handler(logging.Handler):
    def emit(self, record):
        emit(self.format(record).split("\n"))


logger = logging.getLogger()
logging.Formatter.converter = time.gmtime
handler = Handler()
handler.setFormatter(logging.Formatter(
    "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t" + request_id + "\t%(message)s", "%Y-%m-%dT%H:%M:%S"))
logger.addHandler(handler)

try:
    loaded = importlib.import_module(module_name)
except ImportError as error:
    fail_init("Runtime.ImportModuleError", f"Unable to import module '{module_name}': {error}")
except SyntaxError as error:
    fail_init("Runtime.UserCodeSyntaxError", f"Syntax error in module '{module_name}': {error}")
if not hasattr(loaded, function_name):
    fail_init("Runtime.HandlerNotFound", f"Handler '{function_name}' missing on module '{module_name}'")
try:
    getattr(loaded, function_name)({}, None)
except Exception as error:
    frames = traceback.extract_tb(error.__traceback__)[1:]
    print_error(type(error).__name__, str(error), traceback.format_list(frames), request_id)
