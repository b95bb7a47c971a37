import ts from 'typescript';

/** Types of constants that nothing can be put into. */
const READ_ONLY = /^(?:readonly\b|Readonly)/u;

/**
 * Whether a module keeps something between calls: a variable at its top level, or a constant that
 * can be filled. Two copies of such a module would each keep their own.
 */
export function keepsState(code: string): boolean {
  const file = ts.createSourceFile('module.ts', code, ts.ScriptTarget.ESNext);
  return file.statements.some(
    (statement) =>
      ts.isVariableStatement(statement) &&
      (!isConstant(statement.declarationList) ||
        statement.declarationList.declarations.some((each) => canBeFilled(each, file))),
  );
}

function isConstant({ flags }: ts.VariableDeclarationList): boolean {
  return (flags & ts.NodeFlags.Const) !== 0;
}

function canBeFilled({ type, initializer }: ts.VariableDeclaration, file: ts.SourceFile): boolean {
  if (initializer === undefined || (type && READ_ONLY.test(type.getText(file)))) return false;
  if (ts.isNewExpression(initializer)) return true;
  if (ts.isCallExpression(initializer) && ts.isPropertyAccessExpression(initializer.expression)) {
    return ts.isNewExpression(initializer.expression.expression);
  }
  const isEmpty =
    (ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0) ||
    (ts.isObjectLiteralExpression(initializer) && initializer.properties.length === 0);
  return isEmpty && (type === undefined || ts.isArrayTypeNode(type) || ts.isTypeLiteralNode(type));
}
