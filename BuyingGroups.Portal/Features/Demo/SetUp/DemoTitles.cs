using BuyingGroups.Domain.Conditions;

namespace BuyingGroups.Portal.Features.Demo.SetUp;

/// <summary>The demo's conditions on job titles, in the languages its people speak.</summary>
internal static class DemoTitles
{
    public static ConditionGroup Board { get; } = With(
        ["ceo", "vd", "pdg", "dg", "gerente general"],
        "board member", "chief executive", "managing director", "non-executive", "styrelse", "verkställande direktör", "administrerende direktør", "vorstands",
        "geschäftsführer", "directeur général", "directrice générale", "director general", "directora general", "consejer", "diretor geral", "diretora geral", "conselho",
        "prezes zarządu", "członek zarządu", "algemeen directeur", "raad van bestuur", "董事", "總經理", "執行長");

    public static ConditionGroup OperationsChiefs { get; } = With(
        ["coo", "cio", "c.i.o.", "cpo", "cto", "csco", "dsi", "d.s.i."],
        "chief oper", "chief information", "chief procurement", "chief supply", "chief fleet", "chief technology", "driftsdire", "operativ chef", "inköpsdirektör", "it-direktør", "it-direktör",
        "logistikdirektör", "logistikkdirektør", "teknisk direktör", "vorstand", "konzernfuhrpark", "des opérations", "des systèmes d'information", "corporativ", "de tecnología",
        "executivo de", "executiva de", "dyrektor operacyjn", "dyrektor techniczn", "operationeel directeur", "ict-directeur", "營運長", "資訊長", "採購長", "技術長");

    public static ConditionGroup PeopleChiefs { get; } = With(
        ["coo", "chro", "drh"],
        "chief oper", "chief people", "hr-direk", "personaldirekt", "driftsdire", "personalvorstand", "arbeitsdirektor", "des ressources humaines", "de personas", "gente e gestão",
        "ds. personalnych", "hr-directeur", "人資長", "營運長");

    public static ConditionGroup FinanceChiefs { get; } = With(
        ["cfo", "daf"],
        "chief financial", "finansdirekt", "ekonomidirekt", "økonomidirekt", "finanzvorstand", "kaufmännisch", "administratif et financier", "administrative et financière",
        "director financier", "directora financier", "diretor financeiro", "diretora financeira", "dyrektor finansow", "financieel directeur", "財務長");

    public static ConditionGroup Change { get; } = With(
        [],
        "transformation", "innovation", "innovación", "inovação", "innowacji", "innovatie", "digital", "change manager", "improvement", "förändring", "endring", "verksamhetsutvecklare",
        "gestor del cambio", "gestora del cambio", "zmiany", "verander", "數位轉型", "創新", "流程改善");

    public static ConditionGroup Directors { get; } = With(
        [],
        "vp", "v.p.", "vice president", "vice vd", "director", "directeur", "directrice", "direktör", "direktør", "diretor", "dyrektor", "head of", "bereichsleiter", "hauptabteilungsleiter", "direktor",
        "superintendente", "avdelningschef", "avdelingsdirektør", "副總", "總監", "處長", "協理");

    public static ConditionGroup FleetPeople { get; } = new(
        MatchKind.All,
        [
            Containing("fleet", "fordon", "flåte", "fuhrpark", "parc automobile", "flota", "frota", "floty", "wagenpark", "車隊", "logist", "物流", "operations", "operaciones", "operações", "opérations", "drift", "營運"),
            FieldFilter.Of("jobTitle", ConditionOperator.DoesNotContain, "intern"),
            FieldFilter.Of("jobTitle", ConditionOperator.DoesNotContain, "trainee"),
        ]);

    /// <summary>Any title that has one of <paramref name="parts"/> in it.</summary>
    public static ConditionGroup Containing(params IReadOnlyList<string> parts) => With([], parts);

    /// <summary>Any title that is one of <paramref name="whole"/>, or has one of <paramref name="parts"/> in it. Short ones are compared whole: "cto" is inside "director".</summary>
    private static ConditionGroup With(IReadOnlyList<string> whole, params IReadOnlyList<string> parts)
    {
        var filters = parts.Select(part => (Condition)FieldFilter.Of("jobTitle", ConditionOperator.Contains, part));
        return new ConditionGroup(MatchKind.Any, whole.Count == 0 ? [.. filters] : [FieldFilter.Of("jobTitle", ConditionOperator.IsAnyOf, whole), .. filters]);
    }
}
