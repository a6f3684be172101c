#!/usr/bin/env node
// The built tool; `npm run build` makes it.
import "../dist/cli/main.js";
