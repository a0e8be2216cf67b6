package org.workspaceadmin.connection;

import org.workspaceadmin.connection.InputFault.Field;

/** The services a connection talks to, each with an address of its own. */
public enum ServiceName {
    /** Workspace itself. */
    WORKSPACE(Field.ENDPOINT),
    /** Sign-in and projects. */
    IAM(Field.IAM_ENDPOINT),
    /** Networks. */
    VPC(Field.VPC_ENDPOINT),
    /** Images. */
    IMS(Field.IMS_ENDPOINT),
    /** Explaining refused authorizations. */
    STS(Field.STS_ENDPOINT),
    /** Enterprise projects. */
    EPS(Field.EPS_ENDPOINT);

    private final Field field;

    ServiceName(Field field) {
        this.field = field;
    }

    /** The input its address is typed into. */
    public Field field() {
        return field;
    }
}
