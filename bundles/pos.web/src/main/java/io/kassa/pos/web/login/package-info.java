/** Who is logged in at which browser. */
package io.kassa.pos.web.login;
