/** From a servlet request to a handler and back: routes, access, safeguards, refusals. */
package io.kassa.pos.web.http;
