/** Drawing sales and attempts for whoever shows them. */
package io.kassa.pos.host.view;
