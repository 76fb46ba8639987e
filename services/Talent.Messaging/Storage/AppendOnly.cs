using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Talent.Messaging.Storage;

/// <summary>
/// Tables that are only ever added to: the event log with its positions, decisions of operators, and audits.
/// The application role may insert and read there, nothing else.
/// </summary>
public static class AppendOnly
{
    private const string Annotation = "Talent:AppendOnly";

    /// <summary>
    /// Marks the table: <c>migrate</c> grants INSERT and SELECT alone on it, and triggers refuse UPDATE and DELETE to everybody.
    /// </summary>
    public static EntityTypeBuilder<TEntity> IsAppendOnly<TEntity>(this EntityTypeBuilder<TEntity> entity) where TEntity : class
    {
        entity.HasAnnotation(Annotation, true);
        return entity;
    }

    internal static bool IsAppendOnly(this IReadOnlyEntityType entity) => entity.FindAnnotation(Annotation) is not null;
}
