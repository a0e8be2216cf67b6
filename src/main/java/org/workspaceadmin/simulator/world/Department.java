package org.workspaceadmin.simulator.world;

import java.util.List;

/**
 * A department of the simulated company.
 *
 * @param code start of its desktops' names
 * @param name in English
 * @param chinese in Chinese
 * @param weight its part of the fleet
 */
record Department(String code, String name, String chinese, int weight) {
    static final List<Department> ALL =
            List.of(
                    new Department("ENG", "Engineering", "工程部", 22),
                    new Department("SALES", "Sales", "销售部", 16),
                    new Department("CALL", "Customer Service", "客户服务部", 16),
                    new Department("FIN", "Finance", "财务部", 10),
                    new Department("OPS", "Operations", "运营部", 10),
                    new Department("QA", "Quality", "质量部", 7),
                    new Department("MKT", "Marketing", "市场部", 7),
                    new Department("HR", "Human Resources", "人力资源部", 5),
                    new Department("RND", "Research", "研发部", 4),
                    new Department("LEGAL", "Legal", "法务部", 3));

    private static final int TOTAL = ALL.stream().mapToInt(Department::weight).sum();

    static Department of(double share) {
        double left = share * TOTAL;
        for (Department department : ALL) {
            left -= department.weight;
            if (left < 0) {
                return department;
            }
        }
        return ALL.getFirst();
    }

    String ou() {
        return "Desktops/" + name;
    }
}
