using BuyingGroups.Data;
using BuyingGroups.Data.Views;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.CommandLine;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates.Personas;

/// <summary>The ten personas every portal starts with (product.md § 4). They are sown once; what a marketer then changes or deletes stays so.</summary>
public sealed class DefaultPersonas(PortalDatabase database) : ISeed
{
    private const string Sown = "seed:personas";

    /// <summary>Name; titles written out; beginnings; parts. One filter for the titles and one for each of the others: five at most.</summary>
    private static readonly (string Name, string[] Titles, string[] Starts, string[] Contains)[] Personas =
    [
        ("CXO/EVP",
            ["CEO", "CFO", "COO", "CIO", "CTO", "CMO", "CSO", "CISO", "CHRO", "EVP", "Managing Director", "Directeur général", "Director general", "Verkställande direktör", "VD", "Geschäftsführer", "總經理", "執行長"],
            ["Chief ", "EVP "], ["Executive Vice President", "Chief Executive"]),
        ("SVP/VP", ["VP", "SVP", "Vice VD", "Vicepresidente", "副總經理"], ["VP ", "SVP "], ["Vice President", "Vice-président"]),
        ("Senior Director/Director", ["Director", "Directeur", "Direktör", "Direktor", "協理"], ["Director ", "Directeur "], ["Head of", "Director of"]),
        ("Senior Manager/Manager", ["Manager", "Chef", "Responsable", "Gerente", "Jefe", "Leiter", "經理"], ["Responsable ", "Gerente "], ["Manager", "經理"]),
        ("Individual Contributor", ["Planner", "Dispatcher", "Coordinator", "Associate", "專員"], [], ["Specialist", "Coordinator", "Spécialiste", "Especialista"]),
        ("Analyst", ["Analyst", "Analytiker", "分析師"], [], ["Analyst", "Analyste", "Analista", "分析師"]),
        ("Developer", ["Developer", "Software Engineer", "Utvecklare", "Entwickler", "工程師"], [], ["Developer", "Software Engineer", "Développeur", "Desarrollador"]),
        ("Professional Staff", ["Accountant", "Lawyer", "Counsel", "Comptable", "Contador", "Redovisningsekonom", "會計師"], [], ["Accountant", "Engineer", "Ingénieur", "Ingeniero"]),
        ("Consultant", ["Consultant", "Konsult", "Consultor", "Berater", "顧問"], [], ["Consultant", "Advisor", "Konsult", "顧問"]),
        ("Other", ["Intern", "Trainee", "Student", "Praktikant", "Stagiaire", "Becario", "Retired", "實習生"], [], ["Assistant", "Internship"]),
    ];

    public Task SowAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            if (await context.Settings.AnyAsync(s => s.Key == Sown, token))
                return;
            context.Settings.Add(new Setting { Key = Sown, Value = "1" });
            foreach (var (name, titles, starts, contains) in Personas)
                context.Personas.Add(new Persona { Name = name, Condition = TitleIs(titles, starts, contains) });
            await context.SaveChangesAsync(token);
        },
        cancellationToken);

    private static ConditionGroup TitleIs(string[] titles, string[] starts, string[] contains) => new(
        MatchKind.Any,
        [
            FieldFilter.Of("jobTitle", ConditionOperator.IsAnyOf, titles),
            .. starts.Select(start => FieldFilter.Of("jobTitle", ConditionOperator.StartsWith, start)),
            .. contains.Select(part => FieldFilter.Of("jobTitle", ConditionOperator.Contains, part)),
        ]);
}
